@NullMarked
package io.waymark.sheets.form;

import org.jspecify.annotations.NullMarked;
