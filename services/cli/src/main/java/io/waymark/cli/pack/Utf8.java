package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Decodes a file as UTF-8, with or without a byte order mark, and names every row that is something
 * else. The text goes on with replacement characters, so that the file's other faults are found in
 * the same run.
 */
final class Utf8 {
  private static final Expectation UTF8 =
      new Expectation("UTF-8 编码（请用“CSV UTF-8”格式另存）", "UTF-8 (save as \"CSV UTF-8\")");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  static String decode(String file, byte[] bytes, Faults faults) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    int lastRow = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      int row = rowAt(bytes, in.position());
      if (row != lastRow) {
        String found =
            HexFormat.ofDelimiter(" ")
                .formatHex(bytes, in.position(), in.position() + result.length());
        faults.add(new Fault(file, row, "", found, UTF8, Severity.ERROR));
        lastRow = row;
      }
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    String text = out.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int rowAt(byte[] bytes, int offset) {
    int row = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        row++;
      }
    }
    return row;
  }
}
