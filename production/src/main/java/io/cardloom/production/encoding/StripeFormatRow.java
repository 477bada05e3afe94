package io.cardloom.production.encoding;

import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.magstripe.Track3Format;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The stripe format of one program; its id is the program's. */
@Entity
@Table(name = "stripe_format")
class StripeFormatRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "track_1")
    String track1;

    @Column(name = "track_2")
    String track2;

    @Column(name = "track_3")
    @Nullable String track3;

    @Column(name = "supplied")
    String supplied;

    @Enumerated(EnumType.STRING)
    @Column(name = "pins")
    PinOrigin pins;

    @Column(name = "pin_digits")
    int pinDigits;

    @Column(name = "pin_key_index")
    int pinKeyIndex;

    @Column(name = "pin_table")
    String pinTable;

    @Column(name = "pin_from")
    int pinFrom;

    @Column(name = "pin_length")
    int pinLength;

    @Column(name = "pin_pad")
    String pinPad;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected StripeFormatRow() {}

    @SuppressWarnings("NullAway.Init") // what it says is said at once
    StripeFormatRow(String id, String tenantId, StripeFormat format) {
        this.id = id;
        this.tenantId = tenantId;
        say(format);
    }

    final void say(StripeFormat format) {
        track1 = format.track1().text();
        track2 = format.track2().text();
        track3 = third(format);
        supplied = format.supplied().name();
        PinRule rule = format.pins();
        pins = rule.origin();
        pinDigits = rule.digits();
        pinKeyIndex = rule.keyIndex();
        pinTable = rule.table();
        pinFrom = rule.from();
        pinLength = rule.length();
        pinPad = String.valueOf(rule.pad());
    }

    StripeFormat format() {
        return StripeFormat.of(track1, track2, track3 == null ? null : Track3Format.parse(track3))
                .with(
                        SuppliedTracks.valueOf(supplied),
                        new PinRule(
                                pins,
                                pinDigits,
                                pinKeyIndex,
                                pinTable,
                                pinFrom,
                                pinLength,
                                pinPad.charAt(0)));
    }

    private static @Nullable String third(StripeFormat format) {
        Track3Format third = format.track3();
        return third == null ? null : third.text();
    }
}
