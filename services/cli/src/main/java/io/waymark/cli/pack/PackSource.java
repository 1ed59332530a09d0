package io.waymark.cli.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the sheets of a pack are read from. */
@FunctionalInterface
interface PackSource {
  /** The rows of a sheet below its header; what is wrong with its form is named. */
  List<Row> rows(Sheet sheet);

  /** A workbook if the path is a file, else a folder of CSV. */
  static PackSource at(Path path, Faults faults) {
    return Files.isRegularFile(path)
        ? new WorkbookSource(path, faults)
        : sheet -> Table.read(path, sheet, faults);
  }
}
