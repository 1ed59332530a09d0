package io.waymark.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class OutboxTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Fixture fixture;

  OutboxTest(Parts parts) {
    this.fixture = new Fixture(parts);
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @Test
  void aCommittedEventIsPublishedWithItsHeadersAndLeavesTheTable() {
    fixture.append("line-12", "late");
    fixture.relay();

    ConsumerRecord<String, byte[]> event = fixture.read(fixture.topic, 1).getFirst();

    assertThat(event.key()).isEqualTo("line-12");
    assertThat(new String(event.value(), UTF_8)).isEqualTo("late");
    assertThat(Fixture.header(event, "ce_type")).isEqualTo("test.Event");
    assertThat(Fixture.header(event, "ce_source")).isEqualTo("waymark/test");
    assertThat(Fixture.header(event, "ce_time")).isEqualTo(Fixture.NOW.toString());
    assertThat(Fixture.header(event, "ce_specversion")).isEqualTo("1.0");
    assertThat(Fixture.header(event, "ce_id")).isNotEmpty();
    await().atMost(SOON).until(() -> fixture.db.fetchCount(org.jooq.impl.DSL.table("outbox")) == 0);
  }

  @Test
  void aRolledBackEventIsNeverPublished() {
    assertThatThrownBy(() ->
            fixture.db.transaction(configuration -> {
              fixture.outbox.append(configuration.dsl(), List.of(fixture.message("a", "undone")));
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    fixture.append("a", "done");
    fixture.relay();

    assertThat(fixture.read(fixture.topic, 1))
        .extracting(event -> new String(event.value(), UTF_8))
        .containsExactly("done");
  }

  @Test
  void eventsOfOneKeyArriveInOrderThoughTwoRelaysRun() {
    fixture.relay();
    fixture.relay();
    fixture.consumer(fixture::remember);
    List<String> texts = IntStream.range(0, 1200).mapToObj(Integer::toString).toList();
    texts.forEach(text -> fixture.append("one", text));

    await().atMost(SOON).until(() -> fixture.received.size() >= texts.size());
    assertThat(fixture.receivedTexts()).isEqualTo(texts);
  }

  @Test
  void aRepeatedEventIsHandledOnce() throws Exception {
    fixture.append("a", "once");
    fixture.relay();
    ConsumerRecord<String, byte[]> event = fixture.read(fixture.topic, 1).getFirst();
    try (var producer = fixture.producer()) {
      producer
          .send(
              new ProducerRecord<>(
                  fixture.topic, null, event.key(), event.value(), event.headers()))
          .get();
    }
    fixture.append("a", "after");
    fixture.consumer(fixture::remember);

    await().atMost(SOON).until(() -> fixture.receivedTexts().contains("after"));
    assertThat(fixture.receivedTexts()).containsExactly("once", "after");
  }

  @Test
  void aPoisonEventGoesToTheDeadLetterAndTheOthersAreHandled() {
    fixture.append("a", "good", "poison", "better");
    fixture.relay();
    fixture.consumer((tx, events) -> {
      if (events.stream().anyMatch(e -> new String(e.payload(), UTF_8).equals("poison"))) {
        throw new IllegalArgumentException("not to be swallowed");
      }
      fixture.remember(tx, events);
    });

    await().atMost(SOON).until(() -> fixture.received.size() == 2);
    assertThat(fixture.receivedTexts()).containsExactly("good", "better");
    ConsumerRecord<String, byte[]> letter = fixture.read(fixture.deadLetters, 1).getFirst();
    assertThat(new String(letter.value(), UTF_8)).isEqualTo("poison");
    assertThat(Fixture.header(letter, "waymark_cause"))
        .isEqualTo("java.lang.IllegalArgumentException: not to be swallowed");
    assertThat(Fixture.header(letter, "waymark_topic")).isEqualTo(fixture.topic);
  }

  @Test
  void aBatchIsHeldWhileTheDatabaseIsAway() {
    fixture.append("a", "patient");
    fixture.relay();
    AtomicInteger tries = new AtomicInteger();
    EventConsumer consumer =
        fixture.consumer((tx, events) -> {
          if (tries.incrementAndGet() < 3) {
            throw new DataAccessException(
                "away", new SQLTransientConnectionException("the database is away"));
          }
          fixture.remember(tx, events);
        });

    await().atMost(SOON).until(() -> consumer.problem().orElse("").contains("away"));
    await().atMost(SOON).until(() -> fixture.received.size() == 1);
    await().atMost(SOON).until(() -> consumer.problem().isEmpty());
  }

  @Test
  void whatIsBeingHandledStillCountsAsLag() {
    AtomicLong lag = new AtomicLong(-1);
    OutboxMetrics metrics =
        new OutboxMetrics() {
          @Override
          public void lag(String consumer, String topic, long records) {
            lag.set(records);
          }
        };
    List<Long> whileHandling = new CopyOnWriteArrayList<>();
    fixture.append("one", "slow");
    fixture.relay();
    fixture.consumer((tx, events) -> whileHandling.add(lag.get()), metrics);

    await().atMost(SOON).until(() -> lag.get() == 0 && !whileHandling.isEmpty());
    assertThat(whileHandling).containsExactly(1L);
  }

  @Test
  void whatTheHandlerWroteIsRolledBackWithItsFailure() {
    fixture.db.execute("create table written (text text)");
    fixture.append("a", "poison");
    fixture.relay();
    fixture.consumer((tx, events) -> {
      tx.execute("insert into written values ('half')");
      throw new IllegalStateException("after half the work");
    });

    fixture.read(fixture.deadLetters, 1);
    assertThat(fixture.db.fetchCount(org.jooq.impl.DSL.table("written"))).isZero();
  }
}
