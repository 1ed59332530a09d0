package io.waymark.alerting.channels;

import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.ChannelQueue;
import io.waymark.alerting.domain.ChannelQueue.DueMessage;
import io.waymark.alerting.domain.ChannelQueue.Outcome;
import io.waymark.alerting.domain.ChannelQueue.Result;
import io.waymark.alerting.mail.BackOff;
import io.waymark.alerting.mail.Rounds;
import io.waymark.alerting.mail.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one channel what is due for it, in a thread of its own, so that no channel waits for
 * another. At least once, always under the same id, as the mailer does.
 */
final class ChannelSender implements AutoCloseable {
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Duration GIVE_UP_AFTER = Duration.ofDays(5);
  private static final Logger log = LoggerFactory.getLogger(ChannelSender.class);

  private final Channel channel;
  private final Channels channels;
  private final ChannelQueue queue;
  private final HttpCourier courier;
  private final AlertingMetrics metrics;
  private final Clock serviceClock;
  private final InstantSource system;
  private final Throttle throttle;
  private final Rounds rounds;

  /**
   * Creates a sender; {@link #start} starts it.
   *
   * @param serviceClock the clock of stated dates
   * @param system the clock of delivery
   */
  ChannelSender(
      Channel channel,
      Channels channels,
      ChannelQueue queue,
      HttpCourier courier,
      AlertingMetrics metrics,
      Clock serviceClock,
      InstantSource system) {
    this.channel = channel;
    this.channels = channels;
    this.queue = queue;
    this.courier = courier;
    this.metrics = metrics;
    this.serviceClock = serviceClock;
    this.system = system;
    this.throttle = new Throttle(channel.config().perMinute(), system);
    this.rounds =
        new Rounds("channel " + name(), Thread.ofVirtual().name("channel-" + name()), this::work);
  }

  void start() {
    rounds.start();
  }

  void wake() {
    rounds.wake();
  }

  @Override
  public void close() {
    rounds.close();
  }

  private Rounds.Rest work() throws InterruptedException {
    return round() > 0 ? Rounds.Rest.NONE : Rounds.Rest.of(throttle);
  }

  /** Sends what is due, as much as goes with one request; returns how much that was. */
  int round() throws InterruptedException {
    if (throttle.take(1) == 0) {
      return 0;
    }
    List<DueMessage> due = queue.claim(name(), channel.dialect().atOnce(), system.instant(), LEASE);
    if (due.isEmpty()) {
      throttle.giveBack(1);
      return 0;
    }
    HttpCourier.Reply reply = courier.bring(channel.dialect().request(due, system.instant()));
    Dialect.Answer answer =
        reply.failure().isEmpty()
            ? channel.dialect().read(reply.status(), reply.body())
            : new Dialect.Answer(Dialect.Meaning.SHUT, reply.failure());
    due.forEach(one -> note(one, answer));
    if (channels.heard(name(), answer)) {
      log.info("channel {} is back", name());
      queue.retryUnreached(name(), system.instant());
    }
    return due.size();
  }

  private void note(DueMessage due, Dialect.Answer answer) {
    Outcome outcome = outcome(due, answer);
    queue.record(due, outcome, serviceClock.instant());
    boolean news = !due.told() || due.over();
    switch (outcome.result()) {
      case SENT, STANDING -> {
        if (news) {
          metrics.channelSent(name());
        }
      }
      case PUT_OFF, UNREACHED -> metrics.channelRetried(name());
      case FAILED -> {
        metrics.channelFailed(name());
        log.error(
            "message {} to channel {} was not delivered: {}",
            due.message().messageId(),
            name(),
            outcome.answer());
      }
    }
  }

  private Outcome outcome(DueMessage due, Dialect.Answer answer) {
    Instant now = system.instant();
    String host = channel.config().url().getHost();
    boolean repeated = due.message().standing().repeated() && !due.over();
    return switch (answer.meaning()) {
      case TAKEN ->
          repeated
              ? new Outcome(
                  Result.STANDING, host, answer.text(), now.plus(channel.config().repeat()))
              : new Outcome(Result.SENT, host, answer.text(), now);
      case REFUSED -> new Outcome(Result.FAILED, host, answer.text(), now);
      case LATER -> again(due, Result.PUT_OFF, host, answer.text());
      case SHUT -> again(due, Result.UNREACHED, host, answer.text());
    };
  }

  private Outcome again(DueMessage due, Result result, String host, String answer) {
    Instant now = system.instant();
    boolean late = now.isAfter(due.queuedAt().plus(GIVE_UP_AFTER));
    if (late && !due.told()) {
      return new Outcome(Result.FAILED, host, "given up after 5 days: " + answer, now);
    }
    return new Outcome(result, host, answer, now.plus(BackOff.after(due.attempt())));
  }

  private String name() {
    return channel.config().name();
  }
}
