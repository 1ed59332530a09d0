/**
 * Tests of everything that operations run and read: chart, rules, dashboards, compose file and
 * documents.
 */
@NullMarked
package io.waymark.charts;

import org.jspecify.annotations.NullMarked;
