package io.waymark.alerting.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A PNG that comes with a mail; named by its content, so that the mails of one notice share it.
 *
 * @param pictureId hash of the content
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and compared by its hash
public record Picture(String pictureId, byte[] png) {
  /** The picture with this content. */
  public static Picture of(byte[] png) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
      return new Picture(HexFormat.of().formatHex(hash).substring(0, 32), png);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture && picture.pictureId.equals(pictureId);
  }

  @Override
  public int hashCode() {
    return pictureId.hashCode();
  }

  @Override
  public String toString() {
    return "Picture[" + pictureId + ", " + png.length + " bytes]";
  }
}
