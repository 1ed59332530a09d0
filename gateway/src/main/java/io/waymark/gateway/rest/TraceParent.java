package io.waymark.gateway.rest;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: the caller's if it sent one, else a new one. */
record TraceParent(String value) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  static TraceParent of(@Nullable String header) {
    if (header != null && FORM.matcher(header).matches()) {
      return new TraceParent(header);
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new TraceParent(
        "00-%016x%016x-%016x-01"
            .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1));
  }

  String traceId() {
    return value.substring(3, 35);
  }
}
