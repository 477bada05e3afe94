package io.cardloom.designer.design;

/**
 * One version of a template.
 *
 * @param number from 1
 */
public record TemplateVersion(TemplateId template, int number) {

    public TemplateVersion {
        if (number < 1) {
            throw new IllegalArgumentException("a template's versions begin with 1");
        }
    }
}
