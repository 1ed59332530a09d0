package io.waymark.alerting.channels;

import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelQueue.DueMessage;
import io.waymark.alerting.domain.Circular;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;

/** How one channel is spoken to: what it is told, by which request, and what its answers mean. */
interface Dialect {
  /** What it is told of a circular, whose notices all concern it. */
  List<ChannelMessage> write(Circular circular);

  /** How many messages may go with one request. */
  int atOnce();

  /** The request that brings the messages. */
  HttpRequest request(List<DueMessage> due, Instant now);

  /** What an answer means. */
  Answer read(int status, String body);

  /** What was said. */
  record Answer(Meaning meaning, String text) {}

  /** What an answer means. */
  enum Meaning {
    /** Taken. */
    TAKEN,
    /** Not now. */
    LATER,
    /** The messages are impossible. */
    REFUSED,
    /** It would not talk to us, or not at all: no fault of the messages. */
    SHUT
  }

  /** What an HTTP status means by itself. */
  static Answer byStatus(int status) {
    String text = "HTTP " + status;
    if (status / 100 == 2) {
      return new Answer(Meaning.TAKEN, text);
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new Answer(Meaning.LATER, text);
    }
    if (status / 100 == 3) {
      return new Answer(Meaning.SHUT, text + " (redirects are not followed)");
    }
    // Wrong key or address is the operator's concern, and no reason to lose a message.
    return status == 401 || status == 403 || status == 404
        ? new Answer(Meaning.SHUT, text)
        : new Answer(Meaning.REFUSED, text);
  }
}
