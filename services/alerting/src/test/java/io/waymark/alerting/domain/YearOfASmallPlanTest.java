package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.mail.LinkSigner;
import io.waymark.alerting.mail.TemplateLetterWriter;
import io.waymark.calendar.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * 2026 in a city of four bureaus under one superior, on a clock that is moved by hand; every mail
 * of the year is a line of one file, below what led to it. {@code -Dgolden=write} stores the file
 * anew, to be read before it is committed.
 */
class YearOfASmallPlanTest {
  private static final Path GOLDEN = Path.of("src/test/resources/year-of-a-small-plan.txt");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.ENGLISH);
  private static final SubjectKey GREEN = key(SubjectKind.TARGET, "green-buildings-2030");
  private static final SubjectKey PUMP = key(SubjectKind.PROJECT, "pump-yangsigang");
  private static final SubjectKey DEPOT = key(SubjectKind.PROJECT, "depot-qingshan");

  private final Map<String, String> subjects = new HashMap<>();
  private final List<String> story = new ArrayList<>();
  private final City city;
  private int told;

  YearOfASmallPlanTest() {
    TemplateLetterWriter letters =
        new TemplateLetterWriter(
            "http://localhost:8080",
            TestRules.ZONE,
            WorkingCalendar.shipped(),
            "waymark.example",
            new LinkSigner(() -> List.of(new byte[32])),
            null);
    city =
        new City(
            "2026-01-05T01:00:00Z",
            mailing -> {
              List<OutgoingMail> mails = letters.write(mailing);
              subjects.put(mailing.mailingId(), mails.getFirst().subject());
              return mails;
            });
    city.bureau("supervision", "", "wang@supervision")
        .bureau("transport", "supervision", "li@transport")
        .bureau("water", "supervision", "zhou@water")
        .bureau("housing", "supervision", "chen@housing")
        .bureau("industry", "supervision", "he@industry")
        .bureau("power", "supervision", "sun@power");
    city.store.keepSupporting(Verdicts.LINE, List.of("power"), 1);
    prefers("chen@housing", Preference.Digest.MONTHLY, Severity.WARNING, "20:00", "07:30");
    prefers("he@industry", Preference.Digest.WEEKLY, null, null, null);
  }

  @Test
  void aYearOfASmallPlanIsToldMailByMail() throws IOException {
    winter();
    spring();
    summer();
    autumn();
    at("2026-12-31T18:00:00", "The year ends");
    mails();
    String year = String.join("\n", story) + "\n";
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, year);
    }
    assertThat(year).isEqualTo(Files.readString(GOLDEN));
  }

  private void winter() {
    at("2026-01-05T09:00:00", "All stands well");
    judge(
        rail(Light.ON_TRACK),
        line(Light.ON_TRACK),
        drainage(Light.ON_TRACK),
        pump(Light.ON_TRACK),
        homes(Light.ON_TRACK),
        green(Light.ON_TRACK),
        research(Light.ON_TRACK));
    at(
        "2026-01-20T10:00:00",
        "A programme is late: metro line 12, and the rail target that it feeds");
    judge(line(Light.OFF_TRACK), rail(Light.OFF_TRACK));
    at("2026-01-28T15:00:00", "Transport takes line 12 in hand");
    city.obey(Verdicts.LINE, new Acknowledge(by("li", "transport"), "在查", null));
    at("2026-02-03T11:00:00", "The pumping station falls behind");
    judge(pump(Light.OFF_TRACK));
    at("2026-02-05T16:00:00", "Its works are suspended by an approved document");
    judge(pump(Light.SUSPENDED));
    at("2026-02-10T09:30:00", "Transport plans: line 12 catches up by 29 May");
    city.obey(Verdicts.LINE, plan("transport", "2026-05-29"));
    at("2026-02-13T17:00:00", "Before the Spring Festival the drainage target slips");
    judge(drainage(Light.AT_RISK));
  }

  private void spring() {
    at("2026-03-03T10:00:00", "Water takes the drainage target in hand, and plans");
    city.obey(key(SubjectKind.TARGET, "drainage-standard-2030"), plan("water", "2026-04-30"));
    at("2026-03-10T22:30:00", "Late in the evening housing's old communities go off track");
    judge(homes(Light.OFF_TRACK));
    at("2026-03-20T10:00:00", "The figure of March puts them right");
    judge(homes(Light.ON_TRACK));
    at("2026-04-01T08:00:00", "The pumping station goes on, as far behind as before");
    judge(pump(Light.OFF_TRACK));
    at(
        "2026-04-08T14:00:00",
        "A corrected figure: on 10 March the old communities were only at risk");
    city.desk.restated(city.store, List.of(restated()));
    city.settle();
    at("2026-04-14T10:00:00", "Water takes the pumping station in hand, and plans");
    city.obey(PUMP, plan("water", "2026-06-12"));
    at("2026-04-24T10:00:00", "The drainage target is back on track");
    judge(drainage(Light.ON_TRACK));
    at("2026-05-25T10:00:00", "So is the pumping station, before its plan's day");
    judge(pump(Light.ON_TRACK));
  }

  private void summer() {
    at(
        "2026-06-03T10:00:00",
        "The plan's day went by; transport plans anew, by the end of November");
    city.obey(Verdicts.LINE, plan("transport", "2026-11-30"));
    at("2026-06-05T09:00:00", "An audit: transport's targets are silenced until 6 July");
    city.desk.silence(city.store, silence("2026-07-06T00:00:00Z"));
    at("2026-06-15T10:00:00", "Green buildings go off track");
    judge(green(Light.OFF_TRACK));
    at("2026-06-17T10:00:00", "So do the electric buses, in silence");
    judge(buses(Light.OFF_TRACK));
    at("2026-06-22T10:00:00", "recover");
    judge(green(Light.ON_TRACK));
    at("2026-06-29T10:00:00", "relapse");
    judge(green(Light.OFF_TRACK));
    at("2026-07-03T10:00:00", "and recover, which after a relapse has to hold for a week");
    judge(green(Light.ON_TRACK));
    assertThat(city.alert(GREEN).previousAlertId()).isNotEmpty();
    at("2026-07-08T10:00:00", "Transport takes the buses in hand, and plans");
    city.obey(key(SubjectKind.TARGET, "electric-buses-2030"), plan("transport", "2026-08-28"));
    at("2026-07-20T09:00:00", "A depot is registered; its report of July is due on 7 August");
    judge(
        Verdicts.project("depot-qingshan")
            .ledBy("water")
            .named("青山停保场", "Qingshan depot")
            .overall(Light.ON_TRACK));
    city.owes(DEPOT, "2026-07", "2026-08-07", "2026-08-10");
    at("2026-08-20T10:00:00", "The buses are back on track");
    judge(buses(Light.ON_TRACK));
    at("2026-08-27T10:00:00", "The depot's report comes");
    city.owes(DEPOT, "2026-08", "2026-09-07", "2026-09-10");
    at("2026-09-05T10:00:00", "The next one comes in time, and so do the others");
    city.owes(DEPOT, null, "", "");
  }

  private void autumn() {
    at("2026-09-08T10:00:00", "The share of research slips; industry wants to read of it weekly");
    judge(research(Light.AT_RISK));
    at("2026-10-20T10:00:00", "It is back");
    judge(research(Light.ON_TRACK));
    at("2026-11-20T10:00:00", "Line 12 has caught up, and the rail target with it");
    judge(line(Light.ON_TRACK), rail(Light.ON_TRACK));
  }

  private static Verdicts rail(Light light) {
    return Verdicts.rail().overall(light);
  }

  private static Verdicts line(Light light) {
    return Verdicts.line().overall(light);
  }

  private static Verdicts buses(Light light) {
    return Verdicts.of("electric-buses-2030")
        .named("纯电动公交车", "Electric buses")
        .measuredIn("辆", "buses")
        .mainCause("depot-optics-valley", "光谷充电场站")
        .overall(light);
  }

  private static Verdicts drainage(Light light) {
    return Verdicts.of("drainage-standard-2030")
        .ledBy("water")
        .heldUpBy("water")
        .named("排水能力", "Drainage capacity")
        .measuredIn("立方米/秒", "m³/s")
        .mainCause("pump-houhu", "后湖泵站")
        .overall(light);
  }

  private static Verdicts pump(Light light) {
    return Verdicts.project("pump-yangsigang")
        .ledBy("water")
        .named("杨泗港泵站", "Yangsigang pumping station")
        .overall(light);
  }

  private static Verdicts homes(Light light) {
    return Verdicts.of("old-communities-2030")
        .ledBy("housing")
        .heldUpBy("housing")
        .named("老旧小区改造", "Old communities renovated")
        .measuredIn("个", "communities")
        .mainCause("communities-wuchang", "武昌片区改造")
        .overall(light);
  }

  private static Verdicts green(Light light) {
    return Verdicts.of("green-buildings-2030")
        .ledBy("housing")
        .heldUpBy("housing")
        .named("绿色建筑面积", "Green buildings")
        .measuredIn("万平方米", "10,000 m²")
        .mainCause("hanyang-new-town", "汉阳新城")
        .overall(light);
  }

  private static Verdicts research(Light light) {
    return Verdicts.of("research-spending-2030")
        .ledBy("industry")
        .heldUpBy("industry")
        .named("研发经费投入", "Research spending")
        .measuredIn("亿元", "100 million yuan")
        .mainCause("optics-laboratory", "光谷实验室")
        .overall(light);
  }

  private JudgementRestated restated() {
    return new JudgementRestated(
        "judgement-old-communities-2030-2",
        Light.OFF_TRACK,
        homes(Light.AT_RISK).version(9).build(),
        new Text("2月数据更正", "the figure of February was corrected"),
        "correction",
        city.clock.instant(),
        city.clock.instant());
  }

  private Silence silence(String until) {
    return new Silence(
        "s1",
        new Silence.Matcher("", "", "transport", "", SubjectKind.TARGET, null),
        "审计期间",
        by("li", "transport"),
        city.clock.instant(),
        Instant.parse(until),
        null);
  }

  private static PlanAction plan(String bureau, String by) {
    return new PlanAction(by("someone", bureau), "增派力量，倒排工期", LocalDate.parse(by));
  }

  private static Actor by(String name, String bureau) {
    return new Actor(name, true, bureau, "cli");
  }

  private static SubjectKey key(SubjectKind kind, String id) {
    return new SubjectKey(kind, "wuhan-15", id);
  }

  private void judge(Verdicts... verdicts) {
    for (Verdicts verdict : verdicts) {
      if (verdict.build().lights().overall() == Light.ON_TRACK) {
        verdict.chance(0.82).expectedGap(2).delayDays(0);
      }
    }
    city.judge(verdicts);
  }

  private void prefers(
      String address,
      Preference.Digest digest,
      @Nullable Severity from,
      @Nullable String quietFrom,
      @Nullable String quietTo) {
    city.desk.prefer(
        city.store,
        new Preference(
            address,
            from,
            digest,
            quietFrom == null ? null : LocalTime.parse(quietFrom),
            quietTo == null ? null : LocalTime.parse(quietTo)),
        by("who", "supervision"),
        true);
  }

  /** Lets the year go on until then, and notes the mails that came by themselves meanwhile. */
  private void at(String localDateTime, String event) {
    mails();
    city.until(localDateTime);
    mails();
    story.add("# " + TIME.format(LocalDateTime.parse(localDateTime)) + "  " + event);
  }

  private void mails() {
    for (; told < city.mailings.size(); told++) {
      story.add(line(city.mailings.get(told)));
    }
  }

  private String line(Mailing mailing) {
    String steps =
        mailing.kind() == Mailing.Kind.IMMEDIATE
            ? mailing.notices().stream()
                .map(notice -> notice.kind().name())
                .collect(Collectors.joining("+"))
            : mailing.kind().name();
    return "  %s | %-25s | to %s%s | %s"
        .formatted(
            TIME.format(LocalDateTime.ofInstant(mailing.at(), TestRules.ZONE)),
            steps,
            names(mailing, Recipient.Role.TO),
            mailing.recipients().stream().anyMatch(to -> to.role() == Recipient.Role.CC)
                ? " cc " + names(mailing, Recipient.Role.CC)
                : "",
            subjects.get(mailing.mailingId()));
  }

  private static String names(Mailing mailing, Recipient.Role role) {
    return mailing.recipients().stream()
        .filter(to -> to.role() == role)
        .map(Recipient::address)
        .collect(Collectors.joining(", "));
  }
}
