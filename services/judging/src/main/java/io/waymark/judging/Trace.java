package io.waymark.judging;

import java.util.ArrayList;
import java.util.List;

/** Collects the arithmetic of one judgement in reading order. */
final class Trace {
  private final List<Step> steps = new ArrayList<>();

  void add(String part, Text label, String arithmetic, Text result) {
    steps.add(new Step(part, label, arithmetic, result));
  }

  void add(String part, Text label, String arithmetic, Light light) {
    add(part, label, arithmetic, light.word());
  }

  List<Step> steps() {
    return steps;
  }
}
