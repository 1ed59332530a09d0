@NullMarked
package io.waymark.chassis;

import org.jspecify.annotations.NullMarked;
