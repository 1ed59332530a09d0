package io.waymark.registry.domain;

/**
 * A paper or photograph by reference; the registry never fetches it.
 *
 * @param url http or https
 * @param sha256 64 hexadecimal digits, lower case
 * @param name its file name
 * @param sizeBytes how many bytes it has
 */
public record Attachment(String url, String sha256, String name, long sizeBytes) {}
