package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.LinkLedger;
import io.waymark.alerting.domain.MailLinks.State;
import io.waymark.chassis.failure.Failure;
import io.waymark.testkit.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkDoorTest {
  private static final byte[] KEY = new byte[32];
  private static final Alert ALERT =
      SampleMailings.of(TemplateKind.OPENED, Language.ZH).first().alert();

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final LinkSigner signer = new LinkSigner(() -> List.of(KEY));
  private final Ledger ledger = new Ledger();
  private final LinkDoor door = new LinkDoor(signer, ledger, clock);

  @Test
  void lookingChangesNothing() {
    String link = link(LinkAction.ACKNOWLEDGE);
    assertThat(door.open(link).state()).isEqualTo(State.READY);
    assertThat(door.open(link).recipient()).isEqualTo("a@wuhan.example");
    assertThat(ledger.uses).isEmpty();
  }

  @Test
  void usingActsForTheRecipientOnceHoweverOften() {
    String link = link(LinkAction.ACKNOWLEDGE);
    assertThat(door.use(link, " 已安排 ", null).state()).isEqualTo(State.USED);
    assertThat(door.use(link, "again", null).state()).isEqualTo(State.USED);
    assertThat(ledger.uses)
        .singleElement()
        .satisfies(use -> {
          assertThat(use.actor().name()).isEqualTo("a@wuhan.example");
          assertThat(use.actor().bureauId()).isEqualTo("transport");
          assertThat(use.actor().channel()).isEqualTo("mail");
          assertThat(use.comment()).isEqualTo("已安排");
          assertThat(use.subjectId()).isEqualTo(ALERT.alertId());
        });
  }

  @Test
  void aChangedLinkIsNone() {
    String link = link(LinkAction.ACKNOWLEDGE);
    String other = link(LinkAction.PLAN);
    String mixed = link.substring(0, link.indexOf('.')) + other.substring(other.indexOf('.'));
    for (String forged :
        List.of(mixed, link + "x", link.substring(1), "", ".", "a.b", "x".repeat(5000))) {
      assertThat(door.open(forged).state()).as(forged).isEqualTo(State.UNKNOWN);
      assertThat(door.use(forged, "", null).state()).isEqualTo(State.UNKNOWN);
    }
    assertThat(ledger.uses).isEmpty();
  }

  @Test
  void anotherKeySignsNothingThatWeTake() {
    byte[] theirs = KEY.clone();
    theirs[0] = 1;
    String forged = new LinkSigner(() -> List.of(theirs)).sign(token(LinkAction.ACKNOWLEDGE));
    assertThat(door.open(forged).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anOlderKeyStillVerifies() {
    byte[] newer = KEY.clone();
    newer[0] = 1;
    LinkDoor later = new LinkDoor(new LinkSigner(() -> List.of(newer, KEY)), ledger, clock);
    assertThat(later.open(link(LinkAction.ACKNOWLEDGE)).state()).isEqualTo(State.READY);
  }

  @Test
  void afterItsDayALinkDoesNothing() {
    String link = link(LinkAction.ACKNOWLEDGE);
    clock.advance(java.time.Duration.ofDays(2));
    assertThat(door.use(link, "", null).state()).isEqualTo(State.EXPIRED);
    assertThat(ledger.uses).isEmpty();
  }

  @Test
  void aPlanNeedsItsWordsAndItsDay() {
    String link = link(LinkAction.PLAN);
    assertThatThrownBy(() -> door.use(link, " ", LocalDate.parse("2027-09-30")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("comment");
    assertThatThrownBy(() -> door.use(link, "增派班组", null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("by");
    door.use(link, "增派班组", LocalDate.parse("2027-09-30"));
    assertThat(ledger.uses.getFirst().by()).isEqualTo("2027-09-30");
  }

  @Test
  void aCommentThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> door.use(link(LinkAction.ACKNOWLEDGE), "长".repeat(2001), null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("2000");
  }

  private String link(LinkAction action) {
    return signer.sign(token(action));
  }

  private LinkToken token(LinkAction action) {
    return new LinkToken(
        action,
        ALERT.alertId(),
        "transport",
        "a@wuhan.example",
        Language.ZH,
        Instant.parse("2027-07-01T00:00:00Z"));
  }

  private final class Ledger implements LinkLedger {
    private final Map<String, Instant> used = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();

    @Override
    public Optional<Instant> used(String linkId) {
      return Optional.ofNullable(used.get(linkId));
    }

    @Override
    public Optional<Alert> alert(String alertId) {
      return alertId.equals(ALERT.alertId()) ? Optional.of(ALERT) : Optional.empty();
    }

    @Override
    public Instant use(Use use) {
      if (used.putIfAbsent(use.linkId(), clock.instant()) == null) {
        uses.add(use);
      }
      return clock.instant();
    }
  }
}
