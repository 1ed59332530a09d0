@NullMarked
package io.waymark.embedded;

import org.jspecify.annotations.NullMarked;
