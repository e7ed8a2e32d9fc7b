import '@leb-renew/widget/define';
