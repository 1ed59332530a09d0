package io.waymark.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of one sheet, from the top; rows without content are left out. */
public interface RowCursor extends Closeable {
  /** The next row; empty after the last. */
  Optional<SheetRow> next() throws IOException;
}
