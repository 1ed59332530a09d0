package io.waymark.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes JSON with an entity tag, so that a page that asks every few seconds moves bytes only when
 * something changed.
 */
public final class JsonAnswer {
  private JsonAnswer() {}

  /** Answers with 200, or with 304 if the reader holds the same already. */
  public static void write(
      String json, boolean taggable, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", taggable ? "no-cache" : "no-store");
    if (taggable) {
      // Weak, because the container may compress the body.
      String tag = "W/\"" + digest(body) + "\"";
      response.setHeader("ETag", tag);
      String held = request.getHeader("If-None-Match");
      if (held != null && Arrays.asList(held.split("\\s*,\\s*")).contains(tag)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has SHA-256.
    }
  }
}
