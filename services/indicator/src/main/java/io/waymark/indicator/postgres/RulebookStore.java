package io.waymark.indicator.postgres;

import io.waymark.judging.Rulebook;
import io.waymark.judging.Text;
import io.waymark.rulebooks.Fault;
import io.waymark.rulebooks.Rulebooks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The rulebooks that this service has ever known: those that ship, and every version of one's own
 * that was once read from a file.
 */
public final class RulebookStore {
  private static final OffsetDateTime END_OF_TIME =
      OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

  private final DSLContext db;

  /** Creates the store. */
  public RulebookStore(DSLContext db) {
    this.db = db;
  }

  /** All that are known now. */
  public Rulebooks known() {
    return known(END_OF_TIME);
  }

  /** The rulebook of that name as known at an instant; one that ships needs no look. */
  Optional<Rulebook> named(String name, OffsetDateTime knownAt) {
    Optional<Rulebook> ships = Rulebooks.shipped().named(name);
    return ships.isPresent() ? ships : known(knownAt).named(name);
  }

  /** The rulebook that a judgement pinned. */
  public Optional<Rulebook> pinned(String name, int version) {
    return named(name + "@" + version, END_OF_TIME);
  }

  private Rulebooks known(OffsetDateTime knownAt) {
    Map<String, String> texts = new LinkedHashMap<>();
    db.fetch(
            """
            select name, version, body from rulebook where recorded_at <= ?::timestamptz
            order by name, version
            """,
            knownAt)
        .forEach(r -> texts.put(r.get(0) + "@" + r.get(1), r.get(2, String.class)));
    return texts.isEmpty() ? Rulebooks.shipped() : Rulebooks.with(texts).rulebooks();
  }

  /**
   * Keeps what is new of one's own.
   *
   * @return a fault for each whose version was known before with another content
   */
  public List<Fault> keep(Rulebooks read, Instant now) {
    List<Fault> faults = new ArrayList<>();
    for (Rulebook rulebook : read.own()) {
      String pin = rulebook.name() + "@" + rulebook.version();
      insert(rulebook, read.yaml(pin).orElseThrow(), now);
      Rulebook kept = pinned(rulebook.name(), rulebook.version()).orElse(null);
      if (!rulebook.equals(kept)) {
        faults.add(changed(pin));
      }
    }
    return faults;
  }

  private void insert(Rulebook rulebook, String yaml, Instant now) {
    db.execute(
        """
        insert into rulebook (name, version, body, recorded_at) values (?, ?, ?, ?::timestamptz)
        on conflict do nothing
        """,
        rulebook.name(),
        rulebook.version(),
        yaml,
        now.atOffset(ZoneOffset.UTC));
  }

  private static Fault changed(String pin) {
    return new Fault(
        pin,
        0,
        "version",
        "changed since it was first used",
        new Text("改动另起一个新版本", "a new version for a change"));
  }
}
