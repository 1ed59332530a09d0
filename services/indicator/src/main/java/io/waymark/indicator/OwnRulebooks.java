package io.waymark.indicator;

import io.waymark.chassis.health.HealthCheck;
import io.waymark.indicator.postgres.RulebookStore;
import io.waymark.rulebooks.Fault;
import io.waymark.rulebooks.Rulebooks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of one's own rulebooks once the database is there. A file with a fault keeps the
 * service from being ready, with file, line, key, value and expectation; the others count. It is
 * read again with every look at the health until it is whole.
 */
final class OwnRulebooks implements HealthCheck {
  private static final Logger log = LoggerFactory.getLogger(OwnRulebooks.class);
  private static final int TOLD = 5;

  private final Optional<Path> folder;
  private final RulebookStore store;
  private final Clock clock;
  private volatile boolean asked;
  private volatile boolean read;
  private volatile List<Fault> faults = List.of();

  OwnRulebooks(Optional<Path> folder, RulebookStore store, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  /** Reads the folder; the database must be there. */
  void read() {
    if (folder.isEmpty()) {
      return;
    }
    asked = true;
    try {
      Rulebooks.Loaded loaded = Rulebooks.with(folder.get());
      List<Fault> found = new ArrayList<>(loaded.faults());
      found.addAll(store.keep(loaded.rulebooks(), clock.instant()));
      if (!found.equals(faults)) {
        found.forEach(fault -> log.error("rulebook: {}", fault.text().en()));
      }
      faults = List.copyOf(found);
      read = true;
    } catch (DataAccessException e) {
      log.warn("own rulebooks are not read yet: {}", e.getMessage());
    }
  }

  @Override
  public String name() {
    return "rulebooks";
  }

  @Override
  public Optional<String> problem() {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    if (asked && (!read || !faults.isEmpty())) {
      read();
    }
    if (!read) {
      return Optional.of(folder.get() + " is not read yet");
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            faults.stream()
                .limit(TOLD)
                .map(fault -> fault.text().en())
                .collect(Collectors.joining("; ")));
  }
}
