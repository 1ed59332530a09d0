@NullMarked
package io.waymark.standalone;

import org.jspecify.annotations.NullMarked;
