package io.waymark.alerting.mail;

import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.MailQueue;
import io.waymark.alerting.domain.MailQueue.DueMail;
import io.waymark.alerting.domain.MailQueue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, over several connections at a time. A mail is sent at least once, always under
 * the same Message-ID: if we die between the mail server's yes and our note of it, it goes out
 * again.
 */
public final class Mailer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Mailer.class);
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Duration GIVE_UP_AFTER = Duration.ofDays(5);
  private static final Duration KNOCK_EVERY = Duration.ofSeconds(5);
  private static final Duration KNOCK_AT_LEAST_EVERY = Duration.ofMinutes(1);

  private final MailQueue queue;
  private final Supplier<Postman> postmen;
  private final MailServerHealth health;
  private final AlertingMetrics metrics;
  private final Clock serviceClock;
  private final InstantSource system;
  private final Semaphore free;
  private final Throttle throttle;
  private final Queue<Postman> resting = new ConcurrentLinkedQueue<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Rounds rounds;
  private final AtomicInteger unanswered = new AtomicInteger();
  private Instant nextKnock = Instant.MIN;

  /**
   * Creates a mailer; {@link #start} starts it.
   *
   * @param serviceClock the clock of stated dates
   * @param system the clock of delivery: due times, back-off, pace
   */
  Mailer(
      MailQueue queue,
      Supplier<Postman> postmen,
      SmtpSettings.Pace pace,
      MailServerHealth health,
      AlertingMetrics metrics,
      Clock serviceClock,
      InstantSource system) {
    this.queue = queue;
    this.postmen = postmen;
    this.health = health;
    this.metrics = metrics;
    this.serviceClock = serviceClock;
    this.system = system;
    this.free = new Semaphore(pace.connections());
    this.throttle = new Throttle(pace.perMinute(), system);
    this.rounds = new Rounds("the mailer", Thread.ofPlatform().name("mailer").daemon(), this::work);
  }

  /** A mailer that speaks SMTP. */
  public static Mailer smtp(
      MailQueue queue,
      SmtpSettings settings,
      MailServerHealth health,
      AlertingMetrics metrics,
      Clock serviceClock) {
    return new Mailer(
        queue,
        () -> new SmtpPostman(settings),
        settings.pace(),
        health,
        metrics,
        serviceClock,
        InstantSource.system());
  }

  /** Starts sending. */
  public void start() {
    rounds.start();
  }

  /** Says that mails were stored: the mailer looks now instead of at its next poll. */
  public void wake() {
    rounds.wake();
  }

  @Override
  public void close() {
    rounds.close();
    senders.shutdown();
    try {
      // A mail in hand is worth a moment: cut off now, it would be sent twice.
      if (!senders.awaitTermination(3, TimeUnit.SECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    resting.forEach(Postman::close);
  }

  private Rounds.Rest work() throws InterruptedException {
    if (!away() && round() > 0) {
      return Rounds.Rest.NONE;
    }
    knockNowAndThen();
    return Rounds.Rest.of(throttle);
  }

  /** Hands as many due mails out as there are free connections; returns how many. */
  int round() throws InterruptedException {
    free.acquire();
    int capacity = 1 + free.drainPermits();
    int allowed = throttle.take(capacity);
    List<DueMail> due = List.of();
    try {
      if (allowed > 0) {
        due = queue.claim(allowed, system.instant(), LEASE);
      }
    } finally {
      throttle.giveBack(allowed - due.size());
      free.release(capacity - due.size());
    }
    due.forEach(mail -> senders.execute(() -> send(mail)));
    return due.size();
  }

  private void send(DueMail due) {
    try {
      if (due.attempt() == 1) {
        metrics.mailDue();
      }
      Postman postman = take();
      Postman.Answer answer = postman.deliver(due.mail());
      resting.add(postman);
      note(due, answer);
    } catch (RuntimeException e) {
      // The mail stays claimed until its lease ends, and is tried again then.
      log.warn("mail {} is tried again later: {}", due.mail().mailId(), Rounds.cause(e));
    } finally {
      free.release();
      wake();
    }
  }

  private void note(DueMail due, Postman.Answer answer) {
    listen(answer);
    Outcome outcome = outcome(due, answer);
    queue.record(due, outcome, serviceClock.instant());
    switch (outcome) {
      case Outcome.Sent sent ->
          metrics.mailSent(Duration.between(due.mail().arrivedAt(), system.instant()));
      case Outcome.TryAgain again -> {
        metrics.mailRetried();
        log.info(
            "mail {} is tried again at {}: {}", due.mail().mailId(), again.at(), again.answer());
      }
      case Outcome.Failed failed -> {
        metrics.mailFailed();
        log.error(
            "mail {} to {} of alert {} was not delivered: {}",
            due.mail().mailId(),
            due.mail().recipient(),
            due.mail().alertId(),
            failed.answer());
      }
    }
  }

  private Outcome outcome(DueMail due, Postman.Answer answer) {
    return switch (answer) {
      case Postman.Answer.Accepted yes -> new Outcome.Sent(yes.text());
      case Postman.Answer.Refused no -> new Outcome.Failed(no.text());
      case Postman.Answer.Later later -> again(due, later.text(), false);
      case Postman.Answer.Unreached away -> again(due, away.text(), true);
    };
  }

  private Outcome again(DueMail due, String answer, boolean unreached) {
    Instant now = system.instant();
    if (now.isAfter(due.queuedAt().plus(GIVE_UP_AFTER))) {
      return new Outcome.Failed("given up after 5 days: " + answer);
    }
    return new Outcome.TryAgain(answer, now.plus(BackOff.after(due.attempt())), unreached);
  }

  /** While the mail server is away or shuts us out, one knock at a time asks after it. */
  private boolean away() {
    return health.problem().isPresent();
  }

  private void listen(Postman.Answer answer) {
    if (health.worsened(answer)) {
      log.warn("the mail server takes nothing, mails wait: {}", answer.text());
    }
    if (health.heard(answer)) {
      log.info("the mail server is back");
      queue.retryUnreached(system.instant());
      wake();
    }
  }

  /**
   * With nothing to send, finds out now and then whether it could be sent; more and more seldom
   * where it could not, for a wrong password must not lock us out.
   */
  private void knockNowAndThen() {
    Instant now = system.instant();
    if (now.isBefore(nextKnock) || !free.tryAcquire()) {
      return;
    }
    nextKnock = now.plus(pause());
    senders.execute(() -> {
      try {
        Postman postman = take();
        Postman.Answer answer = postman.knock();
        resting.add(postman);
        if (answer instanceof Postman.Answer.Unreached) {
          unanswered.incrementAndGet();
        } else {
          unanswered.set(0);
        }
        listen(answer);
      } finally {
        free.release();
      }
    });
  }

  private Duration pause() {
    if (!away()) {
      return KNOCK_EVERY;
    }
    Duration backOff = BackOff.after(1 + unanswered.get());
    return backOff.compareTo(KNOCK_AT_LEAST_EVERY) > 0 ? KNOCK_AT_LEAST_EVERY : backOff;
  }

  private Postman take() {
    Postman rested = resting.poll();
    return rested == null ? postmen.get() : rested;
  }
}
