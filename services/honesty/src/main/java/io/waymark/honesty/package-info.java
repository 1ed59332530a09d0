/**
 * Rules that flag progress reports worth a second look. They accuse nobody and block nothing. Pure:
 * the same course gives the same findings.
 */
@NullMarked
package io.waymark.honesty;

import org.jspecify.annotations.NullMarked;
