package io.waymark.cli.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Idempotency keys that follow from the content: the same figure always has the same key, so that
 * sending twice is the same as sending once, and a changed figure has another.
 */
public final class ContentKey {
  private static final int LONGEST = 100;
  private static final int HASH_DIGITS = 12;

  private ContentKey() {}

  /**
   * A key of at most 100 visible characters.
   *
   * @param subject what it speaks of, for example "pack/wuhan-15/rail-transit-length/2025-12-31"
   * @param content everything that would make it another figure
   */
  public static String of(String subject, String content) {
    String key = subject + "/" + hash(content);
    // Ids may be long; a hash of the subject keeps the key within what the services take.
    return key.length() <= LONGEST ? key : hash(subject) + "/" + hash(content);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
