package io.waymark.cli.pack;

/** An item with the row that it came from, so that later checks can say where. */
record Entry<T>(Row row, T item) {}
