/** Black box: the services as processes on real parts, called as anyone would call them. */
@NullMarked
package io.waymark.systemtest;

import org.jspecify.annotations.NullMarked;
