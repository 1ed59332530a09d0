package io.waymark.alerting.domain;

/** Why a bureau is told. */
public enum NoticeKind {
  OPENED,
  ESCALATED,
  UPDATED,
  RECOVERED
}
