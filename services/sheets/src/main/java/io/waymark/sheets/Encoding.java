package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a text file is: what its byte order mark says, else UTF-8 if all of it is
 * valid, else GB18030, of which GBK and GB 2312 are parts. A text that is neither is refused.
 *
 * @param charset the encoding
 * @param marked true if it begins with a byte order mark
 */
public record Encoding(Charset charset, boolean marked) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char MARK = '\uFEFF';

  /** Finds out. */
  public static Encoding of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (is(head, 0xEF, 0xBB, 0xBF)) {
      return strictly(file, new Encoding(StandardCharsets.UTF_8, true));
    }
    if (is(head, 0xFF, 0xFE)) {
      return strictly(file, new Encoding(StandardCharsets.UTF_16LE, true));
    }
    if (is(head, 0xFE, 0xFF)) {
      return strictly(file, new Encoding(StandardCharsets.UTF_16BE, true));
    }
    Encoding utf8 = new Encoding(StandardCharsets.UTF_8, false);
    return reads(file, utf8) ? utf8 : strictly(file, new Encoding(GB18030, false));
  }

  /** Reads from behind the byte order mark. */
  public Reader reader(Path file) throws IOException {
    Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    if (marked && reader.read() != MARK) {
      throw new IOException("the byte order mark is gone");
    }
    return reader;
  }

  private static Encoding strictly(Path file, Encoding encoding) throws IOException {
    if (!reads(file, encoding)) {
      throw new SheetException(Reason.of("file.encoding"));
    }
    return encoding;
  }

  /** True if all of it can be decoded, and is text. */
  private static boolean reads(Path file, Encoding encoding) throws IOException {
    char[] buffer = new char[16 * 1024];
    try (Reader reader = encoding.reader(file)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == 0) {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean is(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (head[i] != (byte) mark[i]) {
        return false;
      }
    }
    return true;
  }
}
