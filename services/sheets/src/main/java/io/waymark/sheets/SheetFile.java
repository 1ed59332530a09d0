package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A file of sheets that is open for reading: an XLSX workbook, or a CSV file with its one sheet.
 */
public interface SheetFile extends Closeable {
  /** What a file is. */
  enum Format {
    /** A workbook. */
    XLSX,
    /** Text with separators. */
    CSV
  }

  /**
   * One sheet.
   *
   * @param name its name
   * @param hidden true if people do not see it
   */
  record Sheet(String name, boolean hidden) {}

  /** What it is. */
  Format format();

  /** Its sheets, in their order. */
  List<Sheet> sheets();

  /** The rows of a sheet, read as they are asked for. */
  RowCursor rows(String sheet) throws IOException;

  /** True if serial numbers of days count from 1904. */
  boolean since1904();

  /**
   * Opens a file by what it holds, whatever it is called.
   *
   * @throws SheetException if it is neither, or exceeds a limit
   */
  static SheetFile open(Path file, Limits limits) throws IOException {
    if (Files.size(file) > limits.fileBytes()) {
      throw new SheetException(
          Reason.of("file.large", mebibytes(Files.size(file)), mebibytes(limits.fileBytes())));
    }
    byte[] head = head(file);
    if (startsWith(head, 'P', 'K', 3, 4)) {
      PackageCheck.check(file, limits);
      return XlsxFile.open(file, limits);
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new SheetException(Reason.of("file.old"));
    }
    return CsvFile.open(file, limits);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    byte[] expected = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      expected[i] = (byte) bytes[i];
    }
    return Arrays.equals(head, expected);
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
  }
}
