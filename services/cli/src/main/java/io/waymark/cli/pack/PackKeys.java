package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Figure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Idempotency keys that follow from the content, so that loading twice is the same as loading once.
 */
final class PackKeys {
  private static final int LONGEST = 100;
  private static final int HASH_DIGITS = 12;

  private PackKeys() {}

  static String observation(String planId, Figure figure, String content) {
    String subject =
        String.join("/", "pack", planId, figure.indicator(), figure.periodEnd().toString());
    String key = subject + "/" + hash(content);
    // Ids may be long; a hash of all keeps the key within what the services take.
    return key.length() <= LONGEST ? key : "pack/" + hash(subject) + "/" + hash(content);
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
