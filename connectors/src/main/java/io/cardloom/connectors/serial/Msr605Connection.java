package io.cardloom.connectors.serial;

import io.cardloom.connectors.registry.Connection;
import io.cardloom.connectors.registry.Health;
import io.cardloom.connectors.registry.Setting;
import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the MSR605 driver says about itself and about an encoder. */
@Component
class Msr605Connection implements Connection {

    private final Clock clock;

    Msr605Connection(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String driver() {
        return Msr605PersonalizationDevice.DRIVER;
    }

    @Override
    public Destination.Channel channel() {
        return Destination.Channel.DEVICE;
    }

    @Override
    public List<Setting> settings() {
        return SerialSettings.ALL;
    }

    @Override
    public void judge(Destination destination) {
        SerialSettings settings = SerialSettings.of(destination);
        assert !settings.port().isEmpty();
    }

    @Override
    public Health check(TenantId tenant, Destination destination) {
        SerialSettings settings;
        try {
            settings = SerialSettings.of(destination);
        } catch (Refusal e) {
            return health(Health.State.MISCONFIGURED, e.sentence());
        }
        try (SerialLine line = SerialLine.open(settings.port(), settings.baud())) {
            String model =
                    Msr605PersonalizationDevice.prepare(
                            new Msr605Protocol(line, settings.answer(), settings.swipe()),
                            settings);
            return health(
                    Health.State.GOOD,
                    "The encoder (" + model + ") answers and is set for its stripes.");
        } catch (Refusal e) {
            return health(
                    e.code().equals("DEVICE_BUSY") ? Health.State.GOOD : Health.State.UNREACHABLE,
                    e.sentence());
        } catch (IOException e) {
            return health(Health.State.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    private Health health(Health.State state, String sentence) {
        return new Health(state, sentence, clock.instant());
    }
}
