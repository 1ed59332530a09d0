package io.waymark.cli.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the gateway (or a single service) listens for gRPC.
 *
 * @param host name or address
 * @param port TCP port
 */
public record ServerAddress(String host, int port) {
  private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s]+):(\\d{1,5})");

  /** Reads {@code host:port}; empty if it is not one. */
  public static Optional<ServerAddress> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(form.group(2));
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(new ServerAddress(form.group(1), port));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
