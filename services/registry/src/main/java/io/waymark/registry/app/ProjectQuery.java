package io.waymark.registry.app;

/**
 * A page of a plan's projects.
 *
 * @param category only this field; empty for all
 * @param leadBureauId only this lead bureau; empty for all
 * @param after only ids above this one; empty for the first page
 */
public record ProjectQuery(
    String planId, String category, String leadBureauId, String after, int limit) {}
