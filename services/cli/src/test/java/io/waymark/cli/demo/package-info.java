/** Tests of the demo's scenario and of playing it. */
@NullMarked
package io.waymark.cli.demo;

import org.jspecify.annotations.NullMarked;
