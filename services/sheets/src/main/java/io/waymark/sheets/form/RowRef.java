package io.waymark.sheets.form;

/**
 * Where a row stands.
 *
 * @param sheet its sheet
 * @param number its number as the spreadsheet shows it
 */
public record RowRef(String sheet, int number) {}
