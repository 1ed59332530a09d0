package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether a workbook's package may be unpacked: counted by unpacking it once, since what a package
 * states of itself can lie.
 */
final class PackageCheck {
  private static final int MOST_PARTS = 2000;
  private static final long FREE = 1024 * 1024;
  private static final String MACROS = "vbaproject.bin";

  private PackageCheck() {}

  static void check(Path file, Limits limits) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw bomb();
      }
      long total = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(MACROS)) {
          throw new SheetException(Reason.of("file.macros"));
        }
        total += inflated(zip, entry, limits, limits.inflatedBytes() - total);
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw new SheetException(Reason.of("file.zip"));
      }
    } catch (ZipException e) {
      throw new SheetException(Reason.of("file.broken"), e);
    }
  }

  private static long inflated(ZipFile zip, ZipEntry entry, Limits limits, long left)
      throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long most = Math.min(left, Math.max(FREE, packed * limits.ratio()));
    long size = 0;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw bomb();
        }
      }
    }
    return size;
  }

  private static SheetException bomb() {
    return new SheetException(Reason.of("file.bomb"));
  }
}
