package io.waymark.indicator;

import io.waymark.chassis.health.HealthCheck;
import io.waymark.rulebooks.Fault;
import io.waymark.rulebooks.Schemes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The scoring schemes that ship and those of a folder of one's own. A file with a fault keeps the
 * service from being ready and says why; the folder is read again with every look at the health
 * until it is whole.
 */
final class OwnSchemes implements HealthCheck, Supplier<Schemes> {
  private static final int TOLD = 5;

  private final Optional<Path> folder;
  private volatile Schemes schemes = Schemes.shipped();
  private volatile List<Fault> faults = List.of();

  OwnSchemes(Optional<Path> folder) {
    this.folder = folder;
    folder.ifPresent(this::read);
  }

  private void read(Path path) {
    Schemes.Loaded loaded = Schemes.with(path);
    schemes = loaded.schemes();
    faults = loaded.faults();
  }

  @Override
  public Schemes get() {
    return schemes;
  }

  @Override
  public String name() {
    return "schemes";
  }

  @Override
  public Optional<String> problem() {
    if (!faults.isEmpty()) {
      folder.ifPresent(this::read);
    }
    List<Fault> found = faults;
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.stream()
                .limit(TOLD)
                .map(fault -> fault.text().en())
                .collect(Collectors.joining("; ")));
  }
}
