package io.waymark.systemtest;

import static io.waymark.systemtest.AlertedPlan.BARRIERS;
import static io.waymark.systemtest.AlertedPlan.BRIDGES;
import static io.waymark.systemtest.AlertedPlan.BUSES;
import static io.waymark.systemtest.AlertedPlan.CROSSINGS;
import static io.waymark.systemtest.AlertedPlan.FLATS;
import static io.waymark.systemtest.AlertedPlan.GAS;
import static io.waymark.systemtest.AlertedPlan.LIGHTING;
import static io.waymark.systemtest.AlertedPlan.PARKING;
import static io.waymark.systemtest.AlertedPlan.QUAYS;
import static io.waymark.systemtest.AlertedPlan.ROADS;
import static io.waymark.systemtest.AlertedPlan.SOLAR;
import static io.waymark.systemtest.AlertedPlan.STOPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.ListSilencesRequest;
import io.waymark.proto.alerting.v1.Silence;
import io.waymark.systemtest.AlertedPlan.Slipping;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people do with alerts on the board's pages, in a browser, against the real services. */
abstract class AlertsOnTheBoard extends OnTheBoard {
  private static final String NAMES = "table.alerts a.name";
  private static final String SAID = "form.hands .said";
  private static final String HISTORY = "table.history";

  AlertsOnTheBoard(City city) {
    super(city);
  }

  // ---- many at once ----

  @Test
  void anOfficerAcknowledgesManyAlertsAtOnce() {
    openAs("wang.fang", "/alerts?field=transport&lang=en");
    board().press("Choose all");
    board().shows(".choosing", "With the 3 chosen:");

    act("Take (acknowledge)", "What you say to it (optional)", "Buses first");

    board().shows(SAID, "3 done.");
    assertThat(board().rows("table.alerts"))
        .extracting(row -> row.get("Status"))
        .containsExactly("Acknowledged", "Acknowledged", "Acknowledged");
    board().shows(".choosing", "None is chosen yet.");
    assertThat(Stream.of(BUSES, STOPS, BRIDGES).map(this::held))
        .allSatisfy(alert -> {
          assertThat(alert.getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_ACKNOWLEDGED);
          assertThat(alert.getCare().getTakenBy().getName()).isEqualTo("wang.fang");
          assertThat(alert.getCare().getTakenComment()).isEqualTo("Buses first");
        });
    board().fitsDeskAndPhone("many-at-once");
  }

  @Test
  void whatTheServerRefusesIsSaidBesideTheFormAndStaysChosen() {
    openAs("wang.fang", "/alerts?field=energy&lang=en");
    board().press("Choose all");

    act("Comment", "What you say", "Looked at on site");

    board().shows(SAID, "One done.");
    board().shows(SAID, "One refused:");
    board().lists(SAID + " li", List.of("Solar roofs — " + notOurs(SOLAR)));
    board().shows(".choosing", "With the one chosen:");
    board().lists("tr:has(:checked) a.name", List.of("Solar roofs"));
    board().fitsDeskAndPhone("some-refused");
  }

  private String notOurs(Slipping one) {
    return "alert %s is not one of bureau roads".formatted(held(one).getAlertId());
  }

  // ---- finding ----

  @Test
  void myBureauShowsOnlyItsOwnUntilItIsPressedAgain() {
    openAs("wang.fang", "/alerts?lang=en");
    board().lists(NAMES, names(one -> true));

    board().press("My bureau");

    board().lists(NAMES, names(one -> one.bureau().equals(ROADS)));
    assertThat(board().rows("table.alerts"))
        .allSatisfy(row -> assertThat(row.get("Bureau")).isEqualTo("Roads Bureau"));
    assertThat(board().path()).contains("bureau=roads");

    board().press("My bureau");

    board().lists(NAMES, names(one -> true));
  }

  @Test
  void eachFilterNarrowsTheListAndStandsInTheAddress() {
    city.alertingAs(ROADS, "reporter")
        .acknowledgeAlert(
            AcknowledgeAlertRequest.newBuilder().setAlertId(held(QUAYS).getAlertId()).build());
    board().go("/alerts?lang=en");

    board().choose("Kind", "Project");
    board().lists(NAMES, List.of("River tunnel"));
    board().choose("Kind", "All");
    board().choose("Severity", "◆ At risk");
    board().lists(NAMES, List.of("Affordable flats"));
    board().choose("Severity", "All");
    board().choose("Bureau", "Housing Bureau");
    board().lists(NAMES, List.of("Solar roofs", "Affordable flats"));
    board().choose("Field", "Energy");
    board().lists(NAMES, List.of("Solar roofs"));
    assertThat(board().path()).contains("bureau=housing", "field=energy");

    board().go("/alerts?field=port&lang=en");
    board().choose("Status", "Open");
    board().lists(NAMES, List.of());
    board().choose("Status", "Acknowledged");
    board().lists(NAMES, List.of("Ferry quays"));
    board().choose("Concern", "Nobody reports");
    board().shows("main", "No alert is open.");
  }

  @Test
  void whatIsGivenToSomebodyIsFoundByTheirName() {
    openAs("wang.fang", "/alerts?lang=en");
    board().tick("Street lamps");
    board().shows(".choosing", "With the one chosen:");

    act("Give to somebody", "Name; empty for nobody", "Sun Li");

    board().shows(SAID, "One done.");
    board().choose("In the hands of", "Sun Li");
    board().lists(NAMES, List.of("Street lamps"));
    board().shows("table.alerts", "In the hands of Sun Li");
    board().follow("Street lamps");
    board().shows(HISTORY, "given to Sun Li");
  }

  // ---- one alert ----

  @Test
  void aCatchUpPlanWithItsDateStandsInTheHistory() {
    openAs("wang.fang", page(PARKING));

    act("Set a catch-up plan", "What will be done", "A second shift from August");

    assertThat(board().missing("Done by")).isTrue();
    board().date("Done by", "2027-09-30");
    board().press("Do it");
    board().shows(SAID, "One done.");
    board().shows("dl", "2027-09-30 · A second shift from August · wang.fang (roads)");
    assertThat(board().rows(HISTORY).getLast())
        .containsEntry("What", "catch-up plan until 2027-09-30")
        .containsEntry("Status", "Being rectified")
        .containsEntry("By whom, or by which event", "wang.fang (roads)")
        .containsEntry("Words", "A second shift from August");
  }

  @Test
  void aCommentStandsInTheHistoryAndIsNotSentAgain() {
    openAs("wang.fang", page(LIGHTING));

    act("Comment", "What you say", "<b>Lamps</b> are ordered");

    board().shows(SAID, "One done.");
    assertThat(board().rows(HISTORY).getLast())
        .containsEntry("What", "comment")
        .containsEntry("By whom, or by which event", "wang.fang (roads)")
        .containsEntry("Words", "<b>Lamps</b> are ordered");
    assertThat(board().value("What you say")).isEmpty();
    board().press("Do it");
    assertThat(board().missing("What you say")).isTrue();
  }

  @Test
  void aBindingTargetIsResolvedByTwoPeopleOnly() {
    openAs("wang.fang", page(CROSSINGS));

    act("End by hand", "Why it is ended", "");
    assertThat(board().missing("Why it is ended")).isTrue();
    act("End by hand", "Why it is ended", "Counted wrongly");
    board().shows(SAID, "It is a binding target: a second person must end it as well.");
    act("End by hand", "Why it is ended", "Really");
    board().shows(SAID, "wang.fang, who proposed it (expected: a second person");
    board().fitsDeskAndPhone("second-person-needed");
    assertThat(held(CROSSINGS).getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_OPEN);

    actAs("zhao.min");
    act("End by hand", "Why it is ended", "I counted again");

    board().shows("main", "It is over; nothing more is asked.");
    assertThat(board().rows(HISTORY))
        .extracting(row -> row.get("What") + ": " + row.get("Words"))
        .endsWith("end proposed: Counted wrongly", "ended by hand: I counted again");
    assertThat(held(CROSSINGS).getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_RESOLVED);
  }

  @Test
  void anAlertOfAnotherBureauIsRefusedInWords() {
    openAs("wang.fang", page(FLATS));
    board().shows("main", "your bureau may look at it only");

    act("Take (acknowledge)", "What you say to it (optional)", "");

    board().shows(SAID, "Affordable flats — " + notOurs(FLATS));
  }

  @Test
  void whatCouldNotBeSentIsSaidInWordsAndKeptForAnotherTry() {
    openAs("wang.fang", page(GAS));

    board()
        .offline(() -> {
          act("Comment", "What you say", "Pipes are laid");
          board().shows(SAID, "Gas mains — The gateway cannot be reached.");
        });

    assertThat(board().value("What you say")).isEqualTo("Pipes are laid");
    board().press("Do it");
    board().shows(SAID, "One done.");
  }

  // ---- silences ----

  @Test
  void aSilenceMadeOnThePageHoldsAndIsListedUntilItIsEnded() {
    openAs("wang.fang", "/silences?lang=en");
    board().type("Target or project (id); empty for all", BARRIERS.target());
    board().type("Why", "Tender under way");
    board().date("Last day", "2027-07-30");

    board().press("Keep quiet");

    board().shows("[role=status]", "Quiet until the end of 2027-07-30.");
    board().shows("td", BARRIERS.target() + " · Roads Bureau");
    assertThat(board().rows("main").getFirst())
        .containsEntry("Why", "Tender under way")
        .containsEntry("Set by", "wang.fang (roads)");
    assertThat(silences())
        .anySatisfy(one -> {
          assertThat(one.getMatcher().getSubjectId()).isEqualTo(BARRIERS.target());
          assertThat(one.getMatcher().getBureauId()).isEqualTo(ROADS);
        });

    board().press("End now");
    board().press("Sure? Press again");

    board().shows("main", "Nothing is kept quiet.");
    board().follow("Show those that are over as well");
    board().shows("td", "ended by wang.fang");
    assertThat(silences()).isEmpty();
  }

  private List<Silence> silences() {
    return city.alertingAs(ROADS, "reporter")
        .listSilences(ListSilencesRequest.getDefaultInstance())
        .getSilencesList();
  }

  // ---- the other language ----

  @Test
  void inChineseEveryWordOfTheFormIsChineseAndSoIsARefusal() {
    openAs("wang.fang", page(BARRIERS));

    board().follow("中文");

    board().shows("p.who", "您以 wang.fang（roads）的身份操作。");
    for (String what : List.of("已知悉（认领）", "填报整改计划", "指派", "说明", "人工办结", "静默")) {
      board().choose("办理事项", what);
      assertThat(board().texts("form.hands").getFirst()).doesNotContainPattern("[A-Za-z]{2}");
    }
    board().choose("办理事项", "填报整改计划");
    board().type("整改措施", "八月起两班施工");
    board().date("完成日期", "2031-12-31");
    board().press("执行");
    board().shows(SAID, "防撞护栏 — by：2031-12-31（应为：");
  }

  private List<String> names(Predicate<Slipping> which) {
    Stream<String> targets =
        AlertedPlan.ALL.stream()
            .filter(which)
            // which test ended one already, does not matter
            .filter(one -> !held(one).hasResolvedAt())
            .map(Slipping::en);
    return Stream.concat(targets, Stream.of("River tunnel")).toList();
  }
}
