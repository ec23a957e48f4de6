-- CreateIndex
CREATE INDEX "hold_kommune_id_fritidspas_id_idx" ON "hold"("kommune_id", "fritidspas_id");

-- CreateIndex
CREATE INDEX "payment_line_kommune_id_payment_id_idx" ON "payment_line"("kommune_id", "payment_id");
