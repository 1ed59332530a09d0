package io.waymark.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a service whether it is ready. */
final class Readiness {
  private static final int PATIENCE_MILLIS = 3000;
  private static final int LONGEST = 400;

  private Readiness() {}

  /** Why the service is not ready, as it says itself; empty when it is. */
  static Optional<String> problem(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      int status = connection.getResponseCode();
      if (status == 200) {
        return Optional.empty();
      }
      return Optional.of(status + " " + body(connection));
    } catch (IOException e) {
      return Optional.of(address + ": " + e.getMessage());
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream stream = connection.getErrorStream()) {
      return stream == null
          ? ""
          : new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
    }
  }
}
