package io.waymark.alerting.domain;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * 提醒 → 督办 → 约谈: who is told, after how long without what. Data: one ships, others are files.
 *
 * @param plans the plans that go by it; empty: every plan that no other ladder names
 * @param time when in the day something falls due
 * @param tables what holds for each concern and severity
 * @param quietDays days within which a new record counts as a relapse
 * @param holdDays days for which a recovery must hold after a relapse, before it counts
 */
public record Ladder(
    String name,
    int version,
    Text title,
    List<String> plans,
    LocalTime time,
    Map<Key, Table> tables,
    int quietDays,
    int holdDays) {
  /** Copies what it is given. */
  public Ladder {
    plans = List.copyOf(plans);
    tables = Map.copyOf(tables);
  }

  /** What a table is for. */
  public record Key(Concern concern, Severity severity) {}

  /**
   * The rungs of one severity.
   *
   * @param lasts working days for which an acknowledgement holds without a plan
   * @param reminders working days from one reminder to the next while nobody has taken it; the last
   *     one repeats; empty for none
   */
  public record Table(int lasts, List<Integer> reminders, List<Rung> rungs) {
    /** A table in which nothing is ever due. */
    public static final Table NONE = new Table(10, List.of(), List.of());

    /** Copies its lists. */
    public Table {
      reminders = List.copyOf(reminders);
      rungs = List.copyOf(rungs);
    }
  }

  /**
   * A rung.
   *
   * @param id unique in its ladder
   * @param kind REMINDER, SUPERVISION or SUMMONS; names the template
   * @param after working days
   * @param without what stops it
   */
  public record Rung(
      String id,
      NoticeKind kind,
      int after,
      Asked.What without,
      List<Audience> to,
      List<Audience> cc) {
    /** Copies its lists. */
    public Rung {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
    }
  }

  /** Who can be told. */
  public enum Audience {
    /** The responsible bureau, with whoever stands in for its people. */
    LEAD,
    /** Bureaus that support it. */
    SUPPORTING,
    /** Its superior. */
    SUPERIOR
  }

  /** What holds for an alert. */
  Table table(Alert alert) {
    if (!Following.tells(alert.subject(), alert.care().concern(), alert.severity())) {
      return Table.NONE;
    }
    return tables.getOrDefault(new Key(alert.care().concern(), alert.severity()), Table.NONE);
  }
}
