@NullMarked
package io.waymark.sheets;

import org.jspecify.annotations.NullMarked;
