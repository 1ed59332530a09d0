package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/**
 * One level of a rule: the light that it means, and what the rulebook itself calls it.
 *
 * @param light the meaning
 * @param name the rulebook's own word, such as 危急 / critical; null: the light's word says it
 * @param from the lowest number of this level; negative infinity: whatever is left
 * @param beyond whether {@code from} itself belongs to the next level (more than, not at least)
 */
public record Level(Light light, @Nullable Text name, double from, boolean beyond) {
  /** A level that no number bounds. */
  public static Level unbounded(Light light, @Nullable Text name) {
    return new Level(light, name, Double.NEGATIVE_INFINITY, false);
  }

  boolean holds(double number) {
    return beyond ? number > from : number >= from;
  }

  String shape() {
    return light.shape();
  }

  boolean bounded() {
    return from > Double.NEGATIVE_INFINITY;
  }
}
