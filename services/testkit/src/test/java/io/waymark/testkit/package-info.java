@NullMarked
package io.waymark.testkit;

import org.jspecify.annotations.NullMarked;
