package io.waymark.cli.pack;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a pack.
 *
 * @param pack the pack; empty if there is an error
 * @param faults everything found, errors and warnings, by file and row
 */
public record PackReading(Optional<PlanPack> pack, List<Fault> faults) {

  /** True if nothing stands in the way of loading. */
  public boolean usable() {
    return pack.isPresent();
  }

  /** How many faults stand in the way. */
  public long errors() {
    return faults.stream().filter(f -> f.severity() == Fault.Severity.ERROR).count();
  }
}
