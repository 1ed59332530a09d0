/** Days, figures and units as people write them in tables, in Chinese and in English. */
@NullMarked
package io.waymark.sheets.value;

import org.jspecify.annotations.NullMarked;
