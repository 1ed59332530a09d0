package io.waymark.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Answers with an entity tag, so that a page that asks every few seconds moves bytes only when
 * something changed.
 */
public final class Tagged {
  private Tagged() {}

  /** Answers with the body, or with 304 if the reader holds the same already. */
  public static void write(
      byte[] body, String type, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String tag = tag(body);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", tag);
    String held = request.getHeader("If-None-Match");
    if (held != null && Arrays.asList(held.split("\\s*,\\s*")).contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** A weak tag, because the container may compress the body. */
  public static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has SHA-256.
    }
  }
}
