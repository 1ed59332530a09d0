package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import java.time.LocalDate;
import java.util.List;

/** Every phrase of a mail in one language. Figures arrive written; names arrive inert. */
interface Words {
  static Words of(Language language) {
    return switch (language) {
      case ZH -> new ChineseWords();
      case EN -> new EnglishWords();
    };
  }

  Language language();

  /** Word of a light in running text. */
  default String word(Light light) {
    return Marks.of(light, language()).word();
  }

  /** Shape and word of a light. */
  default String marked(Light light) {
    Letter.Mark mark = Marks.of(light, language());
    return mark.shape() + mark.word();
  }

  String subject(Letter.Mark mark, boolean binding, String name, String gist);

  String recoveredSubject(Letter.Mark mark, String name, String gist);

  String gistExpected(boolean more, String distance, String chance);

  String gistSchedule(boolean more, String distance, String chance);

  String gistDelay(int days, String chance);

  String gistBehind(String points, String chance);

  String gistRecovered(String word, String chance);

  /** Whole percent, "小于 1%" at the ends. */
  String chance(double probability);

  String target(boolean binding);

  String project();

  String simulated();

  String assumed();

  String recovered(Light overall);

  String relapse();

  String escalated();

  /** One sentence of what changed since the last mail. */
  String sinceLastMail(List<String> parts);

  String chanceChanged(String before, String now);

  String shortfallChanged(String before, String now);

  String delayChanged(int before, int now);

  String causeChanged(String name);

  String targetValue(String due);

  String compared(Comparator comparator, String figure);

  String valueNow(String date);

  String scheduledNow(String date);

  String against(boolean more, String distance);

  String projected();

  String interval(String low, String high);

  String chanceOfMeeting();

  String lights();

  String lightsLine(Light position, Light outlook, Light freshness);

  String percentComplete(String date);

  String points(double behind);

  String plannedFinish();

  String declaredFinish();

  String expectedFinish();

  String expectedDelay();

  String days(int days);

  String chanceOnTime();

  String obstacle();

  /** What the chart is for who cannot see it; parts arrive written and without full stops. */
  String alt(List<String> parts);

  String altHistory(int points, String first, String last);

  String altSchedule(String value, String date);

  String altGoal(String value, String date);

  String altExpected(String value, String interval);

  String altFinish(String middle, String early, String late);

  /** Legend of the chart: history, schedule, projection, as-of day, goal. */
  List<String> legend(boolean project, String asOf);

  String causesTitle();

  String figuresTitle();

  String arithmeticTitle();

  String ownTrend();

  String causeNote(String chance, String expected, String planned);

  String assumedMark();

  String reportedBy(String name);

  String askTitle();

  String nothingAsked();

  String board();

  String standsOn(String rulebook, int version, LocalDate asOf, String engine);

  /** A sentence of its own. */
  String ended(String sentence);

  String alsoTold(List<String> others);

  String alert(String alertId);

  String none();
}
