package io.waymark.alerting.domain;

import java.util.function.BiFunction;

/** Where people and time come to the desk: each piece of work in one transaction. */
@FunctionalInterface
public interface Counter {
  /** Does a piece of work; nothing of it stays if it fails. */
  <T> T work(BiFunction<AlertDesk, AlertStore, T> piece);
}
