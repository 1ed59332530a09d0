package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The phrases of an English mail. */
final class EnglishWords implements Words {
  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public String subject(Letter.Mark mark, boolean binding, String name, String gist) {
    return "[%s %s%s] %s: %s"
        .formatted(mark.shape(), mark.word(), binding ? ", binding" : "", name, gist);
  }

  @Override
  public String recoveredSubject(Letter.Mark mark, String name, String gist) {
    return "[%s Recovered] %s: %s".formatted(mark.shape(), name, gist);
  }

  @Override
  public String gistExpected(boolean more, String distance, String chance) {
    return "expected %s %s%s"
        .formatted(distance, more ? "over" : "short", inBrackets("probability ", chance));
  }

  @Override
  public String gistSchedule(boolean more, String distance, String chance) {
    return "%s %s schedule%s"
        .formatted(distance, more ? "above" : "below", inBrackets("probability ", chance));
  }

  @Override
  public String gistDelay(int days, String chance) {
    return "expected %s late%s".formatted(count(days), inBrackets("on time: ", chance));
  }

  @Override
  public String gistBehind(String points, String chance) {
    return "%s schedule%s".formatted(points, inBrackets("on time: ", chance));
  }

  @Override
  public String gistRecovered(String word, String chance) {
    return "back to “%s” (probability %s)".formatted(word.toLowerCase(Locale.UK), chance);
  }

  @Override
  public String chance(double probability) {
    if (probability < 0.01) {
      return "less than 1%";
    }
    return probability > 0.99 ? "more than 99%" : Math.round(probability * 100) + "%";
  }

  @Override
  public String target(boolean binding) {
    return binding ? "Binding target" : "Expected target";
  }

  @Override
  public String project() {
    return "Major project";
  }

  @Override
  public String simulated() {
    return "Simulated data: some of the figures behind this mail were made up for a demonstration; nobody reported them.";
  }

  @Override
  public String assumed() {
    return "Assumed values: the plan does not state some of the amounts or dates used here; they follow the written rules"
        + " of the plan pack.";
  }

  @Override
  public String recovered(Light overall) {
    return "The alert is over: the latest verdict is “%s”.".formatted(word(overall));
  }

  @Override
  public String relapse() {
    return "This had recovered once before; it is back, under a new alert.";
  }

  @Override
  public String escalated() {
    return "It went from at risk to off track. An earlier acknowledgement no longer counts; please acknowledge again.";
  }

  @Override
  public String sinceLastMail(List<String> parts) {
    return "Since the last mail, " + String.join("; ", parts) + ".";
  }

  @Override
  public String chanceChanged(String before, String now) {
    return "the probability went from %s to %s".formatted(before, now);
  }

  @Override
  public String shortfallChanged(String before, String now) {
    return "the expected gap went from %s to %s".formatted(before, now);
  }

  @Override
  public String delayChanged(int before, int now) {
    return "the expected delay went from %s to %s".formatted(count(before), count(now));
  }

  @Override
  public String causeChanged(String name) {
    return "the main cause is now “%s”".formatted(name);
  }

  @Override
  public String targetValue(String due) {
    return due.isEmpty() ? "Target" : "Target (due %s)".formatted(due);
  }

  @Override
  public String compared(Comparator comparator, String figure) {
    return switch (comparator) {
      case GE -> "at least " + figure;
      case GT -> "more than " + figure;
      case LE -> "at most " + figure;
      case LT -> "less than " + figure;
      case APPROX -> "about " + figure;
      case EQ, UNSTATED -> figure;
    };
  }

  @Override
  public String valueNow(String date) {
    return date.isEmpty() ? "Now" : "Now (%s)".formatted(date);
  }

  @Override
  public String scheduledNow(String date) {
    return "Schedule (%s)".formatted(date);
  }

  @Override
  public String against(boolean more, String distance) {
    return "the figure is %s %s it".formatted(distance, more ? "above" : "below");
  }

  @Override
  public String projected() {
    return "Expected at the due date";
  }

  @Override
  public String interval(String low, String high) {
    return "80% interval " + low + "–" + high;
  }

  @Override
  public String chanceOfMeeting() {
    return "Probability of meeting it";
  }

  @Override
  public String lights() {
    return "Lights";
  }

  @Override
  public String lightsLine(Light position, Light outlook, Light freshness) {
    return "progress %s, outlook %s, data %s"
        .formatted(lower(position), lower(outlook), age(freshness));
  }

  @Override
  public String percentComplete(String date) {
    return date.isEmpty() ? "Physical progress" : "Physical progress (%s)".formatted(date);
  }

  @Override
  public String points(double behind) {
    return "%s percentage points %s"
        .formatted(Numbers.oneDigit(Math.abs(behind)), behind >= 0 ? "behind" : "ahead");
  }

  @Override
  public String plannedFinish() {
    return "Planned finish";
  }

  @Override
  public String declaredFinish() {
    return "Finish as last reported";
  }

  @Override
  public String expectedFinish() {
    return "Expected finish";
  }

  @Override
  public String expectedDelay() {
    return "Expected delay";
  }

  @Override
  public String days(int days) {
    return days < 0 ? count(-days) + " early" : count(days);
  }

  @Override
  public String chanceOnTime() {
    return "Probability of finishing on time";
  }

  @Override
  public String obstacle() {
    return "Obstacle reported";
  }

  @Override
  public String alt(List<String> parts) {
    return "Chart: " + String.join("; ", parts) + ".";
  }

  @Override
  public String altHistory(int points, String first, String last) {
    return points > 1 ? "it went from %s to %s".formatted(first, last) : "it stands at " + last;
  }

  @Override
  public String altSchedule(String value, String date) {
    return "the schedule asks for %s on %s".formatted(value, date);
  }

  @Override
  public String altGoal(String value, String date) {
    return "the target is %s on %s".formatted(value, date);
  }

  @Override
  public String altExpected(String value, String interval) {
    return "%s is expected, %s".formatted(value, interval);
  }

  @Override
  public String altFinish(String middle, String early, String late) {
    return "completion is expected on %s (80%% interval %s to %s)".formatted(middle, early, late);
  }

  @Override
  public List<String> legend(boolean project, String asOf) {
    return List.of(
        project ? "Reported progress" : "Actual",
        "Schedule",
        "Projection (bands: 50% and 80% intervals)",
        project ? "Planned finish" : "Target",
        "Vertical line: as of " + asOf);
  }

  @Override
  public String figuresTitle() {
    return "Figures";
  }

  @Override
  public String arithmeticTitle() {
    return "Arithmetic";
  }

  @Override
  public String causesTitle() {
    return "What is holding it back";
  }

  @Override
  public String ownTrend() {
    return "The indicator's own trend";
  }

  @Override
  public String causeNote(String chance, String expected, String planned) {
    String finish = expected.isEmpty() ? "" : "; expected to finish " + expected;
    String plan = planned.isEmpty() ? "" : " (planned %s)".formatted(planned);
    return "Probability of completion in time " + chance + finish + plan;
  }

  @Override
  public String assumedMark() {
    return "assumed";
  }

  @Override
  public String reportedBy(String name) {
    return "This verdict follows the latest report on the project “%s”.".formatted(name);
  }

  @Override
  public String askTitle() {
    return "What we ask of you";
  }

  @Override
  public String nothingAsked() {
    return "This is for your information; nothing is asked of you.";
  }

  @Override
  public String board() {
    return "Open on the board";
  }

  @Override
  public String standsOn(String rulebook, int version, LocalDate asOf, String engine) {
    return "Rulebook %s, version %d; as of %s; engine %s."
        .formatted(rulebook, version, asOf, engine);
  }

  @Override
  public String ended(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1) + ".";
  }

  @Override
  public String alsoTold(List<String> others) {
    return others.isEmpty()
        ? "Nobody else received this mail."
        : "Also sent to: %s.".formatted(String.join(", ", others));
  }

  @Override
  public String alert(String alertId) {
    return "Alert " + alertId;
  }

  @Override
  public String none() {
    return "none yet";
  }

  private String lower(Light light) {
    Letter.Mark mark = Marks.of(light, language());
    return mark.shape() + " " + mark.word().toLowerCase(Locale.UK);
  }

  private String age(Light freshness) {
    String shape = Marks.of(freshness, language()).shape();
    return switch (freshness) {
      case AHEAD, ON_TRACK -> shape + " up to date";
      case AT_RISK -> shape + " getting old";
      case OFF_TRACK -> shape + " out of date";
      case UNKNOWN, SUSPENDED -> lower(freshness);
    };
  }

  private static String count(int days) {
    return days == 1 ? "1 day" : "%,d days".formatted(days);
  }

  private static String inBrackets(String label, String chance) {
    return chance.isEmpty() ? "" : " (" + label + chance + ")";
  }
}
