/**
 * The forms that bureaus fill in: which columns they have, how rows become requests, templates, and
 * the copy in which rows come back.
 */
@NullMarked
package io.waymark.sheets.form;

import org.jspecify.annotations.NullMarked;
