package com.nowinfinity.xpm.api.contract;

import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract as the simulator keeps it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorIT implements XpmApiContract {

    private SimulatedXero xero;

    @BeforeAll
    void start() throws Exception {
        xero = new SimulatedXero(new Limits(5_000, 5, 5_000, 10_000, Duration.ofMinutes(1)));
    }

    @AfterAll
    void stop() {
        xero.close();
    }

    @Override
    public XpmApi xpm() {
        return xero.xpm;
    }

    @Override
    public Call call() {
        return xero.call;
    }
}
