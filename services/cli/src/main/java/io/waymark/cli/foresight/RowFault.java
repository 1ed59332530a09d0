package io.waymark.cli.foresight;

/**
 * Why a row cannot be answered.
 *
 * @param column the column
 * @param value what stands there; empty if nothing
 * @param expectation key of the words for what should stand there
 */
public record RowFault(String column, String value, String expectation) {}
