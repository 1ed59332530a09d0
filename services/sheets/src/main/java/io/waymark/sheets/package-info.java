/** Spreadsheets and CSV files: read row by row within limits, and written. */
@NullMarked
package io.waymark.sheets;

import org.jspecify.annotations.NullMarked;
