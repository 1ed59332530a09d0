@NullMarked
package io.waymark.sheets.value;

import org.jspecify.annotations.NullMarked;
